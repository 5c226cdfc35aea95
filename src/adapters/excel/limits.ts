/**
 * Most UTF-8 bytes of text in one request. Excel on the web limits requests and responses to 5 MB, and a response holds
 * the old content twice (value and formula) and the new content once.
 */
export const REQUEST_BYTES = 1_500_000;
