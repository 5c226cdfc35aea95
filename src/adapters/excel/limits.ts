/**
 * UTF-8 bytes of texts in one request. Excel on the web takes and gives 5 MB at a time, and the answer to a request holds
 * what was in the cells twice (as value and as formula) and what is in them now.
 */
export const REQUEST_BYTES = 1_500_000;
