/**
 * Most UTF-8 bytes of text in one request. Excel on the web limits requests and responses to 5 MB, and a response holds
 * the old content twice (value and formula) and the new content once.
 */
export const REQUEST_BYTES = 1_500_000;

/** Most bytes of pictures in one request: as Base64 they take a third more, and little else is sent with them. */
export const REQUEST_PICTURE_BYTES = 3_000_000;
