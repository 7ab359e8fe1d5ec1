/**
 * The producers and consumers of trials. A writer puts each record into the ledger before it sends
 * it; readers read topics back, by consumers or from the brokers' disks.
 */
package io.producerbench.guarantees.clients;
