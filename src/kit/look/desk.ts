// What a page of the desk does with script; everything works without it.
import { startAutosave } from './scripts/autosave.ts';
import { startButtons } from './scripts/buttons.ts';
import { startCounts } from './scripts/count.ts';
import { startDoublePress } from './scripts/double-press.ts';
import { startErrors } from './scripts/errors.ts';
import { startKeys } from './scripts/keys.ts';
import { startLive } from './scripts/live.ts';
import { startMenus } from './scripts/menus.ts';

startErrors(document);
startCounts(document);
startButtons(document);
startDoublePress(document);
startAutosave(document);
startMenus(document);
startLive(document);
startKeys(document);
