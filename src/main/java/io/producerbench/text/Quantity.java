package io.producerbench.text;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of quantity that people write with its unit: {@code 20ms}, {@code 20 ms}, {@code 24h},
 * {@code 1.25GB}, {@code 1.25 GiB/s}.
 */
public enum Quantity {
    /** A short time; the base unit is the second. */
    LATENCY("a time", times(), List.of("ms", "s")),
    /** A long time; the base unit is the second. */
    PERIOD("a time", times(), List.of("h", "d")),
    /** The base unit is the byte. */
    BYTES("a size", sizes(), List.of("GB", "TB")),
    /** The base unit is the byte per second; {@code 1.25GB} is read as {@code 1.25GB/s}. */
    BYTES_PER_SECOND("a size per second", rates(), List.of("GB/s", "Gbit/s"));

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?) ?(\\D*)");

    private final String noun;
    private final Map<String, BigDecimal> units;
    private final List<String> readings;

    Quantity(String noun, Map<String, BigDecimal> units, List<String> readings) {
        this.noun = noun;
        this.units = units;
        this.readings = readings;
    }

    /**
     * Returns the quantity in the base unit.
     *
     * @throws IllegalArgumentException if the text is not a number above 0 with a unit; the message
     *     says what was expected, and if only the unit is missing, what the number may mean
     */
    public BigDecimal of(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException("expected " + example() + ", got '" + text + "'");
        }
        String unit = written.group(2).replace("µs", "us");
        if (unit.isEmpty()) {
            String number = written.group(1);
            throw new IllegalArgumentException("expected " + example() + ", got '" + text + "', which may mean "
                    + number + readings.get(0) + " or " + number + readings.get(1) + "; add the unit");
        }
        BigDecimal factor = units.get(unit);
        if (factor == null) {
            throw new IllegalArgumentException("expected " + example() + ", got '" + text + "'"
                    + NearestName.hint(unit, units.keySet()) + "; the units are " + String.join(", ", units.keySet()));
        }
        BigDecimal value = new BigDecimal(written.group(1)).multiply(factor);
        if (value.signum() == 0) {
            throw new IllegalArgumentException("expected " + noun + " above 0, got '" + text + "'");
        }
        return value;
    }

    private String example() {
        return noun + " with its unit, as 20" + readings.get(0);
    }

    private static Map<String, BigDecimal> times() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("us", new BigDecimal("0.000001"));
        units.put("ms", new BigDecimal("0.001"));
        units.put("s", BigDecimal.ONE);
        units.put("min", BigDecimal.valueOf(60));
        units.put("h", BigDecimal.valueOf(3600));
        units.put("d", BigDecimal.valueOf(86_400));
        return units;
    }

    private static Map<String, BigDecimal> sizes() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        units.put("B", BigDecimal.ONE);
        int power = 1;
        for (String prefix : List.of("k", "M", "G", "T")) {
            units.put(prefix + "B", BigDecimal.valueOf(1000).pow(power));
            power++;
        }
        power = 1;
        for (String prefix : List.of("Ki", "Mi", "Gi", "Ti")) {
            units.put(prefix + "B", BigDecimal.valueOf(1024).pow(power));
            power++;
        }
        return units;
    }

    private static Map<String, BigDecimal> rates() {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        sizes().forEach((unit, factor) -> units.put(unit + "/s", factor));
        units.put("Mbit/s", BigDecimal.valueOf(125_000));
        units.put("Gbit/s", BigDecimal.valueOf(125_000_000));
        units.putAll(sizes());
        return units;
    }
}
