// What a public page does with script; everything works without it.
import { startAutosave } from './scripts/autosave.ts';
import { startButtons } from './scripts/buttons.ts';
import { startCounts } from './scripts/count.ts';
import { startDoublePress } from './scripts/double-press.ts';
import { startErrors } from './scripts/errors.ts';
import { startLeave } from './scripts/leave.ts';

startLeave(document);
startErrors(document);
startCounts(document);
startButtons(document);
startDoublePress(document);
startAutosave(document);
