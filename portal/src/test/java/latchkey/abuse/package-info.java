/** What somebody would try who means harm or is in a hurry, tried: races, drills, and tests whose control is switched off. */
@NullMarked
package latchkey.abuse;

import org.jspecify.annotations.NullMarked;
