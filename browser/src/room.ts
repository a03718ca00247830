/** The script of an open room. */

import { reviewByKeyboard } from "./desk.ts";
import { begin } from "./page.ts";
import { ask } from "./served.ts";

ask();
begin();
reviewByKeyboard();
