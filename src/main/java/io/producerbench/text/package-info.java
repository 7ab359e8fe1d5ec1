/** How tables, numbers and durations are written for people, and what a misspelt name was meant to be. */
package io.producerbench.text;
