/**
 * Drawings as data: shapes in a plane, with colours named by what they stand for. One drawing is
 * written as SVG for pages and files, and painted as PNG for documents. It knows nothing of runs.
 */
package io.producerbench.report.drawing;
