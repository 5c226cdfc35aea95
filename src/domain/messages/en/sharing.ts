import type { SharingWords } from '../sharing-words.ts';

/** The words for the shared folder in English. */
export const sharingEn: SharingWords = {
  faults: {
    exists: {
      message: '"{item}" is there already and was not replaced.',
      remedy: 'Look at what is there. If nobody needs it, rename or move it, and try again.',
    },
    changed: {
      message: 'Somebody saved another version of "{item}" meanwhile; it was not replaced.',
      remedy: 'Try again: the latest version is read first.',
    },
    locked: {
      message: 'Somebody has "{item}" open, so it cannot be saved yet.',
      remedy: 'Ask whoever has it open to close it, or wait about 10 minutes, and try again.',
    },
    denied: {
      message: 'This account has no permission for "{item}" ({detail}).',
      remedy: 'Ask the owner of the folder or the administrator for it, and try again.',
    },
    missing: {
      message: '"{item}" was not found. It may have been moved or deleted, or the link is wrong.',
      remedy: 'Open the folder in a browser, copy its link again, and try again.',
    },
    'other-site': {
      message: 'The link "{item}" is not at {detail}, the only site that this pane can read files from.',
      remedy:
        "Paste the link of a folder there. If the folder is elsewhere, such as in a person's OneDrive, move it to the organisation's site, and try again.",
    },
    'not-folder': {
      message: '"{item}" is a file, not a folder.',
      remedy: 'Name the folder that has the folders of all agencies in it.',
    },
    'bad-name': {
      message: 'SharePoint does not take the name "{item}".',
      remedy: 'Choose a name without " * : < > ? / \\ | and one that is not too long.',
    },
    'not-shared': {
      message: 'Access to "{item}" could not be given ({detail}). Folder and file are still there.',
      remedy: 'Check the e-mail address or group in the roster, or give access by hand in SharePoint.',
    },
    full: {
      message: 'The storage is full, so "{item}" could not be saved.',
      remedy: 'Get more room or delete what nobody needs, and try again.',
    },
    busy: {
      message: "Microsoft's service has too many requests, even after waiting as long as it said ({detail}).",
      remedy: 'Wait about 15 minutes and try again: the work goes on where it stopped.',
    },
    unreachable: {
      message: 'The shared folder does not answer ({detail}).',
      remedy: 'Check the network, and whether OneDrive is running, and try again: the work goes on where it stopped.',
    },
    'signed-out': {
      message: 'Nobody is signed in, or the sign-in is over ({detail}).',
      remedy: 'Sign in with the account of your organisation, and try again.',
    },
    damaged: {
      message: 'What came back for "{item}" is cut short or no workbook ({detail}); it was not used.',
      remedy: 'Try again. If it stays so, open the file in a browser and look at it.',
    },
    unexpected: {
      message: 'The shared folder gave an unexpected answer for "{item}" ({detail}).',
      remedy: 'Try again. If it stays so, give this message to the administrator.',
    },
  },
  fileSteps: {
    create: 'will be created',
    keep: 'is there',
    changed: 'has answers, stays',
    locked: 'is open, stays',
    taken: 'another file has its name: please check',
    denied: 'the folder is closed to this account',
  },
  accessSteps: {
    grant: 'access will be given',
    granted: 'has access',
    'no-address': 'no address in the roster',
    elsewhere: 'as the folder is shared',
  },
  fileOutcomes: {
    done: 'created',
    there: 'was there, stays',
    failed: 'failed',
    'not-done': 'not done yet',
  },
  accessOutcomes: {
    done: 'access given',
    there: 'had access',
    failed: 'access failed',
    'not-done': 'no access given',
  },
  publishSteps: {
    create: 'will be saved as a new file',
    same: 'is published already',
    replace: 'will take the place of the one published last (which stays in the version history of SharePoint)',
    'keep-both': 'somebody edited the published one: it will be kept beside the new one',
  },
  states: {
    'not-sent': 'not given out',
    sent: 'given out, not answered',
    answering: 'answering',
    answered: 'all answered',
    'sent-back': 'sent back',
    accepted: 'accepted',
  },
  lateness: { overdue: 'overdue', late: 'saved late' },
};
