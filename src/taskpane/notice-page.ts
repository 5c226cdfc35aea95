/** The page of the small window in which a command says what it did. */
void Office.onReady();
