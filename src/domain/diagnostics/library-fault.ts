/** Why a shared folder does not do what it is asked. */
export type LibraryFaultReason =
  /** Something has the name already. */
  | 'exists'
  /** Somebody saved another version meanwhile. */
  | 'changed'
  /** Somebody has the file open, or has checked it out. */
  | 'locked'
  /** The account may not do that. */
  | 'denied'
  /** The file, folder or link leads nowhere. */
  | 'missing'
  /** The link is of a site that this installation cannot fetch files from; the detail names the one that it can. */
  | 'other-site'
  /** What should be the shared folder is a file. */
  | 'not-folder'
  /** The name is none that the library takes. */
  | 'bad-name'
  /** A person or group could not be given access. */
  | 'not-shared'
  /** No room is left. */
  | 'full'
  /** Still too many requests after waiting as long as it was told. */
  | 'busy'
  /** The network, the service or the program that keeps the folder in step does not answer. */
  | 'unreachable'
  /** Nobody is signed in, or the sign-in is over. */
  | 'signed-out'
  /** What came back is not the file: cut short, or a page instead of a workbook. */
  | 'damaged'
  /** Anything else; the detail says what. */
  | 'unexpected';
