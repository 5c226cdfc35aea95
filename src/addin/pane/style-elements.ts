/**
 * The text with which every style element of the page begins: the page's policy allows only its SHA-256.
 * It cannot be empty, because WebKit matches no hash for an empty text.
 */
const ALLOWED = '/* rules by script */';

/**
 * Lets libraries put rules into style elements of their own under a policy that forbids styles in the markup. The elements that
 * they create begin with the text that the policy allows; rules are then added to the sheet, which no policy concerns.
 */
export function allowStyleElements(document: Document): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated are the names of old elements, not this function
  const create = document.createElement.bind(document);
  const createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const made = create(name, options);
    if (made instanceof HTMLStyleElement) made.textContent = ALLOWED;
    return made;
  };
  Object.assign(document, { createElement });
}
