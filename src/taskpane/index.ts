import { registerFunctions } from '../commands/custom-functions.ts';

/** The page that Excel keeps open: it shows the pane and runs the ribbon's commands. */
void Office.onReady();
registerFunctions();
