import type { SignInWords } from '../sign-in-words.ts';

/** What is said about signing in, in English. */
export const signInEn: SignInWords = {
  texts: {
    'device-code':
      'To sign in, open {url} in a browser on any computer, enter the code {code} and sign in with your work account within {minutes minute|minutes} (never enter a code that somebody sent you).',
    'signed-in': 'Signed in: {name}',
    'signing-in': 'Going to Microsoft’s page for signing in …',
    'close-window': 'Done. You may close this window.',
    'not-a-page':
      'This page is opened by the ITA add-in in Excel when somebody has to sign in. Start from the pane in Excel.',
    'signed-out': 'The sign-in that this computer remembered is deleted.',
  },
  faults: {
    cancelled: {
      message: 'Nobody is signed in, because the window was closed or somebody declined.',
      remedy: 'To go on, do the same again and sign in with your work account.',
    },
    'window-refused': {
      message: 'The window for signing in could not open, because the browser or somebody did not allow it.',
      remedy: 'Allow pop-ups of this add-in, then do the same again.',
    },
    'window-taken': {
      message: 'The window for signing in could not open, because another window of the add-in is open.',
      remedy: 'Close that window, then do the same again.',
    },
    'not-approved': {
      message: 'Your organisation’s administrator has not allowed this program to use SharePoint yet.',
      remedy: 'Send this message to your IT officer; docs/sharepoint.md says how to allow it ({detail}).',
    },
    forbidden: {
      message: 'Your organisation does not allow this account, or this way to sign in.',
      remedy: 'Use your work account. If that does not help, send this message to your IT officer ({detail}).',
    },
    misconfigured: {
      message: 'The settings in config.json do not fit the registration of the app.',
      remedy: 'Send this message to your IT officer, who can compare them with docs/sharepoint.md ({detail}).',
    },
    'certificate-refused': {
      message: 'The certificate for scheduled runs cannot be used.',
      remedy:
        'Check that the file has the certificate and its private key without a password, that it is still valid, and that it is registered with the app ({detail}).',
    },
    'timed-out': {
      message: 'Signing in was not finished in time.',
      remedy: 'Do the same again ({detail}).',
    },
    failed: {
      message: 'Signing in failed.',
      remedy: 'Do the same again. If that does not help, send this message to your IT officer ({detail}).',
    },
  },
};
