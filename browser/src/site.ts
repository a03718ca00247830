/** The script of published pages. */

import { begin } from "./page.ts";
import { search, siftMatters } from "./published.ts";

begin();
siftMatters();
search();
