package sekisho.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import sekisho.protocol.BookId;
import sekisho.protocol.Command;
import sekisho.protocol.Event;
import sekisho.protocol.InstructionCommand;
import sekisho.protocol.InstructionStatus;
import sekisho.protocol.OperationId;

/** Workers that call misbehaving banks: answers are lost, doubled, contradicted, late, or never come. */
final class BankWorkers {

    /** Something that a worker will say. */
    record Word(BookId book, InstructionCommand command) {}

    /** An instruction somewhere. */
    private record Known(BookId book, OperationId instruction) {}

    private final World world;
    private final Chance chance;
    private final Coverage coverage;
    private final ArrayDeque<Word> words = new ArrayDeque<>();
    private final List<Word> late = new ArrayList<>();
    private final Recent<Known> known;
    private final Recent<Known> claimed;

    BankWorkers(World world, Coverage coverage) {
        this.world = world;
        this.chance = world.chance;
        this.coverage = coverage;
        known = new Recent<>(chance, 250);
        claimed = new Recent<>(chance, 12);
    }

    /** Reads the outcome log, as workers do. */
    void saw(BookId book, Event event) {
        if (event instanceof Event.InstructionChanged changed) {
            if (changed.status() == InstructionStatus.REQUESTED) {
                known.add(new Known(book, changed.instruction()));
                words.add(new Word(book, claim(changed.instruction())));
            } else if (changed.status() == InstructionStatus.CLAIMED) {
                claimed.add(new Known(book, changed.instruction()));
                called(book, changed.instruction());
            }
        }
    }

    /** Reads that it is time to ask. The event does not name the book. */
    void asked(OperationId instruction) {
        for (BookId book : List.of(World.BOOKS.getFirst(), World.BOOKS.getLast(), World.GUARDED)) {
            if (world.glance.instruction(book, instruction).isPresent()) {
                coverage.fault(Fault.BANK_ASKED_AGAIN);
                words.add(new Word(book, chance.onceIn(2) ? claim(instruction) : answer(instruction)));
            }
        }
    }

    /** The bank was called. */
    private void called(BookId book, OperationId instruction) {
        int roll = chance.below(100);
        InstructionCommand answer = answer(instruction);
        if (roll < 10) {
            coverage.fault(Fault.BANK_ANSWER_LOST);
        } else if (roll < 22) {
            coverage.fault(Fault.BANK_IN_DOUBT);
            words.add(new Word(book, new InstructionCommand.InDoubt(instruction)));
        } else if (roll < 32) {
            coverage.fault(Fault.BANK_ANSWERED_LATE);
            late.add(new Word(book, answer));
        } else {
            words.add(new Word(book, answer));
        }
        if (roll >= 90) {
            coverage.fault(Fault.BANK_ANSWERED_TWICE);
            late.add(new Word(book, answer));
        } else if (roll >= 80) {
            coverage.fault(Fault.BANK_CONTRADICTED_ITSELF);
            late.add(new Word(book, answer(instruction)));
            late.add(new Word(book, answer(instruction)));
        }
    }

    private InstructionCommand claim(OperationId instruction) {
        long lease = switch (chance.below(4)) {
            case 0 -> chance.between(1L, 2_000);
            case 1 -> InstructionCommand.MAX_LEASE_MILLIS;
            default -> 30_000;
        };
        return new InstructionCommand.Claim(instruction, lease);
    }

    private InstructionCommand answer(OperationId instruction) {
        return chance.percent(62)
                ? new InstructionCommand.Settled(instruction, chance.next())
                : new InstructionCommand.Declined(instruction, chance.below(0x10000));
    }

    /** What workers of this book's banks say now; some of it nobody asked for. */
    Command<?> next(BookId book) {
        if (!late.isEmpty() && chance.onceIn(12)) {
            Word word = late.remove(chance.below(late.size()));
            if (word.book().equals(book)) {
                return word.command();
            }
        }
        if (late.size() > 400) {
            late.subList(0, 200).clear();
        }
        Word word = words.peek();
        if (word != null && word.book().equals(book) && chance.percent(70)) {
            words.remove();
            return word.command();
        }
        return unasked(book);
    }

    /** Whose turn it is. */
    BookId book() {
        Word word = words.peek();
        return word == null ? world.book() : word.book();
    }

    /** Workers that were away have forgotten what they were told. */
    void forget() {
        words.clear();
    }

    private Command<?> unasked(BookId book) {
        OperationId instruction = world.unknownOperation();
        if (!known.isEmpty() && !chance.onceIn(40)) {
            Known any = known.any();
            for (int tries = 0; tries < 8 && !remembered(book, any); tries++) {
                any = known.any();
            }
            instruction = any.instruction();
        }
        return anything(instruction);
    }

    private boolean remembered(BookId book, Known any) {
        return any.book().equals(book)
                && world.glance.instruction(book, any.instruction()).isPresent();
    }

    private InstructionCommand anything(OperationId instruction) {
        return switch (chance.below(4)) {
            case 0 -> claim(instruction);
            case 1 -> new InstructionCommand.InDoubt(instruction);
            default -> answer(instruction);
        };
    }

    /** Something about one that was claimed lately: its lease may be over without anybody having noticed. */
    Word afterwards() {
        Known of = claimed.isEmpty() ? new Known(world.book(), world.unknownOperation()) : claimed.any();
        return new Word(of.book(), anything(of.instruction()));
    }
}
