package io.producerbench.calibration.discrimination;

import io.producerbench.calibration.discrimination.SlotBlock.SlotReading;
import io.producerbench.results.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Two long-lived producers that take turns in short slots against a stub broker, so that hundreds
 * of comparisons fit in less than an hour. For each block it draws at random which producer begins
 * as which arm and which arm goes first. It is a process of its own.
 */
public final class SlotLoop {
    /**
     * This many comparisons take turns, so that the blocks of one are spread over minutes, as in a
     * duet.
     */
    private static final int AT_A_TIME = 50;

    /**
     * The turns for a first estimate of the cost of a turn. They add half to a record's CPU time,
     * so that noise matters little.
     */
    private static final int FIRST_TURNS = 1600;

    private static final int FIRST_BLOCKS = 10;

    /** After this many blocks, one block is measured for the price of a turn. */
    static final int BLOCKS_PER_PRICE = 8;

    private static final SlotComparison PRICED = new SlotComparison(0, 0);

    private static final CsvTable<SlotBlock> TABLE = new CsvTable<>(SlotBlock.COLUMNS);

    private final SlotConfig config;
    private final Random random;
    private final SlotProducer first;
    private final SlotProducer second;
    private final TurnPrice price = new TurnPrice();

    private SlotLoop(SlotConfig config, SlotProducer first, SlotProducer second) {
        this.config = config;
        this.random = new Random(config.fork().seed());
        this.first = first;
        this.second = second;
    }

    private record SlotComparison(int number, double planted) {}

    /** @param arguments the file of the configuration, and the file for the blocks */
    public static void main(String[] arguments) throws IOException {
        Thread.currentThread().setName(SlotProducer.THREAD);
        SlotConfig config = SlotConfig.read(Path.of(arguments[0]));
        Path file = Path.of(arguments[1]);
        try (SlotProducer first = new SlotProducer(config.scenario(), config.fork(), 1);
                SlotProducer second = new SlotProducer(config.scenario(), config.fork(), 2)) {
            new SlotLoop(config, first, second).run(file);
        }
    }

    private void run(Path file) throws IOException {
        long end = System.nanoTime() + config.warmUp().toNanos();
        while (System.nanoTime() - end < 0) {
            slot(first, 0);
            slot(second, FIRST_TURNS);
            slot(second, 0);
            slot(first, FIRST_TURNS);
        }
        findPrice();
        Files.writeString(file, TABLE.header());
        List<SlotComparison> comparisons = comparisons();
        for (int from = 0; from < comparisons.size(); from += AT_A_TIME) {
            int to = Math.min(from + AT_A_TIME, comparisons.size());
            StringBuilder rows = new StringBuilder();
            together(comparisons.subList(from, to)).forEach(block -> rows.append(TABLE.line(block)));
            Files.writeString(file, rows, StandardOpenOption.APPEND);
        }
    }

    /**
     * Returns all comparisons in random order, so that no kind of comparison is measured at a time
     * of its own.
     */
    private List<SlotComparison> comparisons() {
        List<Double> shares = new ArrayList<>();
        config.planted().forEach((share, count) -> shares.addAll(Collections.nCopies(count, share)));
        Collections.shuffle(shares, random);
        List<SlotComparison> comparisons = new ArrayList<>();
        for (double share : shares) {
            comparisons.add(new SlotComparison(comparisons.size() + 1, share));
        }
        return comparisons;
    }

    private void findPrice() {
        for (int block = 0; block < FIRST_BLOCKS; block++) {
            pay(FIRST_TURNS);
        }
        int turns = price.turns(config.largest());
        for (int block = 0; block < TurnPrice.BLOCKS; block++) {
            pay(turns);
        }
    }

    private void pay(int turns) {
        if (turns > 0) {
            price.paid(turns, block(PRICED, turns, 0).logRatioOfCpu());
        }
    }

    private List<SlotBlock> together(List<SlotComparison> comparisons) {
        List<SlotBlock> blocks = new ArrayList<>();
        for (int round = 1; round <= config.blocks(); round++) {
            List<SlotComparison> shuffled = new ArrayList<>(comparisons);
            Collections.shuffle(shuffled, random);
            for (SlotComparison comparison : shuffled) {
                if (blocks.size() % BLOCKS_PER_PRICE == 0) {
                    pay(price.turns(config.largest()));
                }
                blocks.add(block(comparison, price.turns(comparison.planted()), round));
            }
        }
        return blocks;
    }

    private SlotBlock block(SlotComparison comparison, int turns, int number) {
        boolean baseFirst = random.nextBoolean();
        int firstWay = random.nextInt(2);
        List<SlotReading> bases = new ArrayList<>();
        List<SlotReading> others = new ArrayList<>();
        for (int pair = 0; pair < SlotConfig.PAIRS_OF_BLOCK; pair++) {
            boolean swapped = SlotBlock.wayOf(pair) != firstWay;
            SlotProducer base = swapped ? second : first;
            SlotProducer other = swapped ? first : second;
            boolean baseNow = baseFirst == (pair % 2 == 0);
            if (baseNow) {
                bases.add(slot(base, 0));
            }
            others.add(slot(other, turns));
            if (!baseNow) {
                bases.add(slot(base, 0));
            }
        }
        return new SlotBlock(
                config.runId(), comparison.number(), comparison.planted(), turns, number, baseFirst, bases, others);
    }

    private SlotReading slot(SlotProducer producer, int turns) {
        return producer.slot(config.slot().toNanos(), turns);
    }
}
