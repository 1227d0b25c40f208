package sekisho.banksimulator.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.redirect.BackchannelReading;
import sekisho.banksimulator.redirect.BackchannelRequest;
import sekisho.formats.zengin.DebitEntry;
import sekisho.formats.zengin.DebitFile;
import sekisho.formats.zengin.DebitFiles;
import sekisho.formats.zengin.DebitResult;
import sekisho.formats.zengin.DepositType;
import sekisho.formats.zengin.Purpose;
import sekisho.formats.zengin.Reading;
import sekisho.formats.zengin.Stage;
import sekisho.formats.zengin.ZenginText;

/**
 * Takes Zengin's files of mandates and debits, and gives their results back when their time has come
 * (docs/bank-backchannel.md). Any thread.
 *
 * <p>A file is taken whole or not at all, and once: the same file again is the same hand-in. Of a mandate that is not written
 * down nobody learns why.
 */
public final class DebitFileDesk {
    private static final int MOST_MANDATES = 50;
    private static final int MOST_KEPT = 10_000;
    private static final int CUSTOMER_DIGITS = 20;
    private static final int ID_DIGITS = 32;

    private final Reception reception;
    private final Results results;
    private final Grants grants;
    private final FileDebits debits;
    private final Allowances allowances = new Allowances();
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Handed> files = new ConcurrentHashMap<>();

    public DebitFileDesk(Reception reception) {
        this.reception = reception;
        this.results = new Results(reception);
        this.grants = new Grants(reception, results);
        this.debits = new FileDebits();
    }

    /** What became of a file that was handed in. */
    public sealed interface Taken {
        /**
         * It is taken.
         *
         * @param ready when its results can be had (seconds since 1970)
         */
        record Yes(String id, long ready) implements Taken {}

        /**
         * It is not.
         *
         * @param why in words for the operator's staff; nothing of the file is in it
         */
        record No(String why) implements Taken {}
    }

    /** A file's results, or none yet. */
    public sealed interface Standing {
        record Waiting() implements Standing {}

        /**
         * It is done.
         *
         * @param file in base64
         * @param results signed, one for each mandate in the file's order; none for debits
         */
        record Done(String file, List<String> results) implements Standing {}
    }

    /** A file that was handed in. Its fields belong to the holder of the desk's lock. */
    private static final class Handed {
        private final String id;
        private final String operator;
        private final DebitFile file;
        private final List<OpenRequest> requests;
        private final Instant ready;
        private Standing standing = new Standing.Waiting();

        Handed(String id, String operator, DebitFile file, List<OpenRequest> requests, Instant ready) {
            this.id = id;
            this.operator = operator;
            this.file = file;
            this.requests = requests;
            this.ready = ready;
        }
    }

    /** Takes a file of mandates with one signed request for each entry; empty if there is no such bank. */
    public Optional<Taken> takeMandates(String bank, String operator, byte[] file, List<String> signed, String issuer)
            throws InterruptedException {
        Optional<Office> office = reception.office(bank);
        if (office.isEmpty()) {
            return Optional.empty();
        }
        if (!office.get().profile().rail().equals("direct-debit-file")) {
            return Optional.of(new Taken.No("this bank takes no files of mandates"));
        }
        String id = id(bank, operator, "mandates", file, signed);
        Handed before = files.get(id);
        if (before != null) {
            return Optional.of(new Taken.Yes(id, before.ready.getEpochSecond()));
        }
        return Optional.of(
                switch (DebitFiles.read(file, Purpose.MANDATE, Stage.REQUEST)) {
                    case Reading.Refused refused -> new Taken.No("the file is not as Zengin has it: " + refused);
                    case Reading.Read(var read) -> takeMandates(office.get(), id, operator, read, signed, issuer);
                });
    }

    /** Takes a file of debits; empty if there is no such bank. */
    public Optional<Taken> takeDebits(String bank, String operator, byte[] file) {
        return reception.office(bank).map(office -> {
            if (!office.profile().rail().equals("direct-debit-file")) {
                return new Taken.No("this bank takes no files of debits");
            }
            String id = id(bank, operator, "debits", file, List.of());
            return switch (DebitFiles.read(file, Purpose.DEBIT, Stage.REQUEST)) {
                case Reading.Refused refused -> new Taken.No("the file is not as Zengin has it: " + refused);
                case Reading.Read(var read) -> keep(new Handed(id, operator, read, List.of(), ready()));
            };
        });
    }

    /** A file's results; empty if the operator handed in no file with this id. */
    public Optional<Standing> collect(String bank, String operator, String id, String issuer) {
        return reception.office(bank).flatMap(office -> {
            lock.lock();
            try {
                Handed handed = files.get(id);
                if (handed == null || !handed.operator.equals(operator)) {
                    return Optional.empty();
                }
                if (handed.standing instanceof Standing.Waiting
                        && !reception.now().isBefore(handed.ready)) {
                    handed.standing = work(office, handed, issuer);
                }
                return Optional.of(handed.standing);
            } finally {
                lock.unlock();
            }
        });
    }

    private Taken takeMandates(
            Office office, String id, String operator, DebitFile file, List<String> signed, String issuer)
            throws InterruptedException {
        if (file.entries().size() != signed.size() || signed.isEmpty() || signed.size() > MOST_MANDATES) {
            return new Taken.No("a file has 1 to " + MOST_MANDATES + " mandates and a request for each");
        }
        Instant ready = ready();
        var requests = new ArrayList<BackchannelRequest>();
        for (int i = 0; i < signed.size(); i++) {
            switch (reception.requests().read(signed.get(i), "direct-debit-file", operator, issuer, reception.now())) {
                case BackchannelReading.Refused(var reason) -> {
                    return new Taken.No("request " + (i + 1) + ": " + reason.name());
                }
                case BackchannelReading.Accepted(var wanted) -> requests.add(wanted);
            }
            if (!isFor(office, file.entries().get(i), requests.getLast())) {
                return new Taken.No("entry " + (i + 1) + " is not what its request is about");
            }
        }
        List<OpenRequest> open =
                requests.stream().map(wanted -> ask(office, wanted, ready)).toList();
        return keep(new Handed(id, operator, file, open, ready));
    }

    /** Has the holder called, if there is one and the name is theirs. */
    private OpenRequest ask(Office office, BackchannelRequest wanted, Instant ready) {
        Instant now = reception.now();
        boolean allowed = allowances.take(
                office.profile().code(),
                wanted.identity(),
                wanted.asked().operator().name() + wanted.terms().wallet(),
                now);
        Optional<Customer> customer = office.customers()
                .byAccount(wanted.branch(), wanted.number())
                .filter(one -> allowed
                        && office.customers().hasName(one, wanted.holder())
                        && !office.customers().isLocked(wanted.branch(), wanted.number()));
        var open = new OpenRequest(
                wanted.asked().reference(), new OpenRequest.About.Identity(wanted), customer, "", ready);
        customer.ifPresent(one -> office.customers()
                .device(one)
                .ask(
                        open.id(),
                        Ask.CALL_BACK,
                        wanted.asked().matchingNumber(),
                        Backchannel.about(wanted.asked()),
                        ready,
                        reception.random()));
        return open;
    }

    private static boolean isFor(Office office, DebitEntry entry, BackchannelRequest wanted) {
        return entry.bank().equals(office.profile().code())
                && entry.branch().equals(wanted.branch())
                && entry.type() == DepositType.ORDINARY
                && entry.account().equals(wanted.number())
                && ZenginText.of(wanted.holder())
                        .map(String::strip)
                        .equals(Optional.of(entry.holder().strip()))
                && entry.customer().strip().equals(customerNumber(wanted.asked().reference()));
    }

    /** The collector's number for a customer: what fits of the mandate's reference. */
    static String customerNumber(String reference) {
        return reference.substring(0, CUSTOMER_DIGITS).toUpperCase(Locale.ROOT);
    }

    private Taken keep(Handed handed) {
        lock.lock();
        try {
            Handed before = files.get(handed.id);
            if (before != null) {
                return new Taken.Yes(handed.id, before.ready.getEpochSecond());
            }
            if (files.size() >= MOST_KEPT) {
                return new Taken.No("too many files are here now: try again later");
            }
            files.put(handed.id, handed);
            return new Taken.Yes(handed.id, handed.ready.getEpochSecond());
        } finally {
            lock.unlock();
        }
    }

    private Standing work(Office office, Handed handed, String issuer) {
        var entries = new ArrayList<DebitEntry>();
        var signed = new ArrayList<String>();
        if (handed.file.purpose() == Purpose.DEBIT) {
            for (int i = 0; i < handed.file.entries().size(); i++) {
                DebitEntry entry = handed.file.entries().get(i);
                entries.add(entry.with(debits.debit(office, handed.operator, handed.id, i, entry)));
            }
        } else {
            for (int i = 0; i < handed.requests.size(); i++) {
                OpenRequest open = handed.requests.get(i);
                boolean granted = decide(office, open, issuer);
                entries.add(handed.file.entries().get(i).with(granted ? DebitResult.DONE : DebitResult.OTHER));
                signed.add(open.result());
            }
        }
        var file =
                new DebitFile(handed.file.purpose(), Stage.RESULT, handed.file.header(), entries, handed.file.ending());
        return new Standing.Done(Base64.getEncoder().encodeToString(file.bytes()), signed);
    }

    /** Whether a mandate was written down. */
    private boolean decide(Office office, OpenRequest open, String issuer) {
        if (!(open.about() instanceof OpenRequest.About.Identity(var wanted))) {
            throw new IllegalStateException("a mandate's request is about a person");
        }
        boolean confirmed = open.customer()
                .map(one -> office.customers().device(one).isConfirmed(open.id()))
                .orElse(false);
        if (!confirmed) {
            open.end(results.refused(
                    issuer, office, wanted.asked(), "not-identified", Optional.of(Backchannel.token(office, wanted))));
            return false;
        }
        Customer customer = open.customer().orElseThrow();
        var consenting = new sekisho.banksimulator.pages.Stage.Consenting(wanted.asked(), customer, reception.now());
        open.end(grants.grant(issuer, office, consenting, office.profile().railFactors()));
        return office.books().mandates(customer.accounts().getFirst().token()).stream()
                .anyMatch(mandate -> mandate.reference().equals(wanted.asked().reference()));
    }

    private Instant ready() {
        return reception.now().plus(reception.filesTake());
    }

    private static String id(String bank, String operator, String what, byte[] file, List<String> signed) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String word : List.of(bank, operator, what, String.join(" ", signed))) {
                digest.update(word.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(file)).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
