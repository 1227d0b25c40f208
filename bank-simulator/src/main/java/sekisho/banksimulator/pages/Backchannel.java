package sekisho.banksimulator.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import sekisho.banksimulator.books.Linking;
import sekisho.banksimulator.books.StatementAnswer;
import sekisho.banksimulator.books.StatementPurpose;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.profile.Ask;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.banksimulator.profile.Named;
import sekisho.banksimulator.redirect.BackchannelReading;
import sekisho.banksimulator.redirect.BackchannelRequest;
import sekisho.banksimulator.redirect.MandateRequest;
import sekisho.banksimulator.redirect.RequestRefusal;
import sekisho.formats.zengin.StatementText;

/**
 * What banks are asked without a browser: to have their app ask its owner, to put a code on a statement
 * (docs/bank-backchannel.md). Any thread.
 *
 * <p>Every request is taken in the same way, whomever it names. What differs (nobody has this account, it is locked, it was asked
 * about too often, another request about it is open, its holder says no) shows in nothing but that it is never granted, and
 * that is said when its time is over, or after the last try.
 */
public final class Backchannel {
    /** For an answer in the app. */
    static final Duration APP_LIFE = Duration.ofMinutes(5);
    /** For a code from a statement: the operator's own attempt lives no longer. */
    static final Duration CODE_LIFE = Duration.ofMinutes(14);

    private static final int INTERVAL_SECONDS = 1;
    private static final int CODES = 1_000_000;
    private static final int ID_BYTES = 16;

    private final Reception reception;
    private final Results results;
    private final Grants grants;
    private final OpenRequests requests = new OpenRequests();
    private final Allowances allowances = new Allowances();
    private final ReentrantLock beginning = new ReentrantLock();

    public Backchannel(Reception reception) {
        this.reception = reception;
        this.results = new Results(reception);
        this.grants = new Grants(reception, results);
    }

    /** What became of a request. */
    public sealed interface Begun {
        /**
         * It is worked on.
         *
         * @param tries how many codes may be entered; 0: there is no code
         */
        record Taken(String id, long expires, int intervalSeconds, int tries) implements Begun {}

        record Refused(RequestRefusal reason) implements Begun {}
    }

    /** Where a request stands. */
    public sealed interface Standing {
        /**
         * Nothing yet.
         *
         * @param tries how many codes may still be entered
         */
        record Waiting(int tries) implements Standing {}

        record Hasty() implements Standing {}

        /**
         * It is over.
         *
         * @param result signed; empty where what follows is in the bank's list of statements
         */
        record Answered(String result) implements Standing {}
    }

    /** Takes a request; empty if there is no such bank. */
    public Optional<Begun> begin(String bank, String operator, String signed, String issuer)
            throws InterruptedException {
        Optional<Office> office = reception.office(bank);
        if (office.isEmpty()) {
            return Optional.empty();
        }
        String rail = office.get().profile().rail();
        if (!rail.equals("decoupled") && !rail.equals("deposit-code")) {
            return Optional.of(new Begun.Refused(RequestRefusal.WRONG_RAIL));
        }
        return Optional.of(
                switch (reception.requests().read(signed, rail, operator, issuer, reception.now())) {
                    case BackchannelReading.Refused(var reason) -> new Begun.Refused(reason);
                    case BackchannelReading.Accepted(var wanted) -> begin(office.get(), wanted);
                });
    }

    /** Puts a code on the statement of an account that was linked; empty if there is no such link of the operator. */
    public Optional<Begun> beginNotice(String bank, String operator, String book, String link) {
        return reception
                .office(bank)
                .flatMap(office -> office.books()
                        .linking(operator, book, link)
                        .map(linking -> requests.open(bank, linking.account(), reception.now())
                                .filter(open -> open.about() instanceof OpenRequest.About.Notice(var about)
                                        && about.id().equals(linking.id()))
                                .<Begun>map(Backchannel::taken)
                                .orElseGet(() -> beginNotice(office, linking))));
    }

    /** Where an operator's request stands; empty if there is none with this id. */
    public Optional<Standing> ask(String bank, String operator, String id, String issuer) {
        return withRequest(bank, operator, id, (office, open) -> {
            if (open.isHasty(reception.now(), INTERVAL_SECONDS * 1_000L)) {
                return new Standing.Hasty();
            }
            boolean confirmed = open.code().isEmpty()
                    && open.customer()
                            .map(customer -> office.customers().device(customer).isConfirmed(open.id()))
                            .orElse(false);
            if (!open.isOver() && confirmed) {
                grant(office, open, issuer);
            }
            return standing(office, open, issuer);
        });
    }

    /** Takes a code that somebody read on a statement; empty if there is no such request, or it has no code. */
    public Optional<Standing> enter(String bank, String operator, String id, String typed, String issuer) {
        return withRequest(bank, operator, id, (office, open) -> {
            boolean takes = !open.isOver() && reception.now().isBefore(open.expires()) && open.tries() > 0;
            boolean right = StatementText.isCode(typed, open.code());
            if (takes) {
                open.use();
                // Whoever is not there has a code too, which nobody can know.
                if (right && open.customer().isPresent()) {
                    grant(office, open, issuer);
                }
            }
            return standing(office, open, issuer);
        });
    }

    private interface Step {
        Standing of(Office office, OpenRequest open);
    }

    private Optional<Standing> withRequest(String bank, String operator, String id, Step step) {
        return reception
                .office(bank)
                .flatMap(office ->
                        requests.find(bank, operator, id).map(open -> open.alone(() -> step.of(office, open))));
    }

    /** One after the other: an account has one open request, however many come at once. */
    private Begun begin(Office office, BackchannelRequest wanted) {
        beginning.lock();
        try {
            return begun(office, wanted);
        } finally {
            beginning.unlock();
        }
    }

    private Begun begun(Office office, BackchannelRequest wanted) {
        BankProfile profile = office.profile();
        Instant now = reception.now();
        boolean first = requests.open(profile.code(), wanted.identity(), now).isEmpty();
        boolean allowed = allowances.take(
                profile.code(),
                wanted.identity(),
                wanted.asked().operator().name() + wanted.terms().wallet(),
                now);
        boolean serves = first && allowed;
        Optional<Customer> customer = office.customers()
                .byAccount(wanted.branch(), wanted.number())
                .filter(_ -> serves && !office.customers().isLocked(wanted.branch(), wanted.number()));
        boolean app = profile.rail().equals("decoupled");
        var open = new OpenRequest(
                newId(),
                new OpenRequest.About.Identity(wanted),
                customer,
                app ? "" : newCode(),
                now.plus(app ? APP_LIFE : CODE_LIFE));
        if (!requests.keep(profile.code(), open, serves, now)) {
            return new Begun.Refused(RequestRefusal.BUSY);
        }
        if (app) {
            Ask kind = profile.linkingSteps().getLast().getFirst();
            Named about = about(wanted.asked());
            customer.ifPresent(one -> office.customers()
                    .device(one)
                    .ask(open.id(), kind, wanted.asked().matchingNumber(), about, open.expires(), reception.random()));
        } else {
            String account =
                    customer.map(one -> one.accounts().getFirst().token()).orElseGet(open::id);
            boolean _ = office.books()
                    .deposit(
                            account, text(open.code(), wanted.asked().operator().name()));
        }
        return taken(open);
    }

    private Begun beginNotice(Office office, Linking linking) {
        Instant now = reception.now();
        boolean serves = allowances.take(
                office.profile().code(),
                linking.account(),
                linking.operator() + linking.terms().wallet(),
                now);
        Optional<Customer> customer = office.customers().all().stream()
                .filter(one -> one.accounts().getFirst().token().equals(linking.account()))
                .findFirst()
                .filter(_ -> serves);
        var open = new OpenRequest(
                newId(), new OpenRequest.About.Notice(linking), customer, newCode(), now.plus(CODE_LIFE));
        if (!requests.keep(office.profile().code(), open, serves, now)) {
            return new Begun.Refused(RequestRefusal.BUSY);
        }
        if (customer.isPresent()) {
            boolean _ = office.books().deposit(linking.account(), text(open.code(), linking.operator()));
        }
        return taken(open);
    }

    private static Begun taken(OpenRequest open) {
        int tries = open.code().isEmpty() ? 0 : open.alone(open::tries);
        return new Begun.Taken(open.id(), open.expires().getEpochSecond(), INTERVAL_SECONDS, tries);
    }

    private void grant(Office office, OpenRequest open, String issuer) {
        switch (open.about()) {
            case OpenRequest.About.Identity(var wanted) -> {
                var consenting =
                        new Stage.Consenting(wanted.asked(), open.customer().orElseThrow(), reception.now());
                open.end(grants.grant(
                        issuer, office, consenting, office.profile().railFactors()));
            }
            case OpenRequest.About.Notice(var linking) -> {
                office.books().say(linking.id(), StatementPurpose.NOTICE, StatementAnswer.DELIVERED);
                open.end("");
            }
        }
    }

    /** Ends a request whose time or tries are over. */
    private Standing standing(Office office, OpenRequest open, String issuer) {
        boolean late = !reception.now().isBefore(open.expires());
        boolean triedAll = !open.code().isEmpty() && open.tries() == 0;
        if (!open.isOver() && (late || triedAll)) {
            switch (open.about()) {
                case OpenRequest.About.Identity(var wanted) ->
                    open.end(results.refused(
                            issuer, office, wanted.asked(), "not-identified", Optional.of(token(office, wanted))));
                case OpenRequest.About.Notice(var linking) -> {
                    office.books().say(linking.id(), StatementPurpose.NOTICE, StatementAnswer.UNDELIVERED);
                    open.end("");
                }
            }
        }
        return open.isOver() ? new Standing.Answered(open.result()) : new Standing.Waiting(open.tries());
    }

    static String token(Office office, BackchannelRequest wanted) {
        return office.customers().accountToken(wanted.asked().operator().name(), wanted.branch(), wanted.number());
    }

    /** Who asks, for whom: the family name alone, as far as the operator has verified it. */
    static Named about(MandateRequest wanted) {
        Map<String, String> said = wanted.compared();
        String name = said.getOrDefault("name_kanji", said.getOrDefault("name_kana", ""));
        String family =
                name.isBlank() ? "＊＊" : List.of(name.strip().split("[ 　]+")).getFirst() + " ＊＊";
        Named operator = wanted.redirect().shownAs();
        return new Named(
                operator.ja() + "からのお申込み。お申込みの方：" + family + "。番号が同じときだけ承認してください。",
                "Requested by " + operator.en() + ", for " + family + ". Approve only if the number is the same.");
    }

    private static String text(String code, String operator) {
        return StatementText.of(code, operator.replace('-', ' '));
    }

    private String newCode() {
        return "%06d".formatted(reception.random().nextInt(CODES));
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        reception.random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
