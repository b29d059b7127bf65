package se.lyhord.benchmark;

import java.util.List;
import java.util.Map;

/**
 * What one form of {@code ./bench} has come to.
 *
 * @param table lines to print
 * @param figures for whoever reads them by program; may hold records, maps and lists
 */
record Outcome(List<String> table, Map<String, Object> figures, Demands demands) {}
