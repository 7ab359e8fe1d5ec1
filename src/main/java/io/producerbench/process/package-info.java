/** Processes that we start: how they are waited for, stopped, guarded against outliving us, and how their CPU time is read. */
package io.producerbench.process;
