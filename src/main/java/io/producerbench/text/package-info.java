/** Tables, numbers and durations for people, and suggestions for misspelt names. */
package io.producerbench.text;
