package sekisho.banksimulator.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.banks.SimulatedBank;
import sekisho.banksimulator.customers.Identification;
import sekisho.banksimulator.profile.BankProfile;
import sekisho.banksimulator.profile.Named;
import sekisho.banksimulator.redirect.EndNotices;
import sekisho.banksimulator.redirect.OperatorKeys;
import sekisho.banksimulator.redirect.RequestReader;

/** What all pages share. Any thread. */
public final class Reception implements AutoCloseable {
    private static final Named SIGN_IN = new Named("ご本人のサインイン", "Sign-in by yourself");
    private static final int FEWEST = 10;
    private static final int MOST = 100;
    private static final String VISIT = "visit";
    private static final String LANGUAGE = "bank-language";

    private final Map<String, SimulatedBank> banks;
    private final List<Operator> operators;
    private final InstantSource clock;
    private final boolean practice;
    private final Duration filesTake;
    private final SecureRandom random = new SecureRandom();
    private final Visits visits;
    private final OperatorKeys keys;
    private final RequestReader requests;
    private final EndNotices notices;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Reception.class.getClassLoader(), "sekisho.banksimulator.templates");

    /**
     * For these banks and operators.
     *
     * @param practice whether pages tell what made-up customers know
     * @param filesTake how long a file waits for its results
     */
    public Reception(
            List<SimulatedBank> banks,
            List<Operator> operators,
            InstantSource clock,
            boolean practice,
            Duration filesTake) {
        this.filesTake = filesTake;
        this.banks = banks.stream()
                .filter(bank -> bank.definition().profile() != null)
                .collect(Collectors.toUnmodifiableMap(bank -> bank.definition().code(), Function.identity()));
        this.operators = List.copyOf(operators);
        this.clock = clock;
        this.practice = practice;
        this.visits = new Visits(random, clock);
        this.keys = new OperatorKeys(clock);
        this.requests = new RequestReader(operators, keys);
        this.notices = new EndNotices(clock);
    }

    @Override
    public void close() {
        keys.close();
        notices.close();
    }

    /** A bank that has pages; empty if there is none with this code. */
    Optional<Office> office(String code) {
        return Optional.ofNullable(banks.get(code)).map(Office::of);
    }

    /** All banks that have pages, by code. */
    List<BankProfile> profiles() {
        return banks.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(bank -> Office.of(bank.getValue()).profile())
                .toList();
    }

    Optional<Operator> operator(String name) {
        return operators.stream()
                .filter(operator -> operator.name().equals(name))
                .findFirst();
    }

    /** How many operators there are; each has its place in their list, from 1, as its number. */
    int operators() {
        return operators.size();
    }

    Visits visits() {
        return visits;
    }

    RequestReader requests() {
        return requests;
    }

    EndNotices notices() {
        return notices;
    }

    SecureRandom random() {
        return random;
    }

    boolean practice() {
        return practice;
    }

    Duration filesTake() {
        return filesTake;
    }

    Instant now() {
        return clock.instant();
    }

    /** A bank's issuer. It never follows from what a browser says about our host. */
    String issuer(HttpServletRequest request, String code) {
        return "http://127.0.0.1:" + request.getLocalPort() + "/banks/" + code;
    }

    /** The visit of this browser at a bank. */
    Optional<Visit> visit(HttpServletRequest request, String code) {
        return cookie(request, VISIT).flatMap(id -> visits.find(code, id));
    }

    /** The visit, if a form carries its secret. */
    Optional<Visit> formOf(HttpServletRequest request, String code) {
        String csrf = Optional.ofNullable(request.getParameter("csrf")).orElse("");
        return visit(request, code).filter(visit -> Secrets.same(visit.csrf(), csrf));
    }

    /** The cookie of a visit. Loopback is plain HTTP, so it cannot be for secure connections only. */
    static String cookie(String code, Visit visit) {
        return VISIT + "=" + visit.id() + "; Path=/banks/" + code + "; HttpOnly; SameSite=Lax";
    }

    /** A cookie that remembers a language. */
    static String languageCookie(String language) {
        return LANGUAGE + "=" + language + "; Path=/banks; Max-Age=31536000; HttpOnly; SameSite=Lax";
    }

    Words words(HttpServletRequest request) {
        return cookie(request, LANGUAGE).orElseGet(() -> asked(request)).equals("en") ? Words.ENGLISH : Words.JAPANESE;
    }

    /** The first of our languages that the browser asks for; Japanese, if it asks for none. */
    private static String asked(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? "ja"
                : Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(language -> language.equals("ja") || language.equals("en"))
                        .findFirst()
                        .orElse("ja");
    }

    String render(String template, Map<String, Object> parameters) {
        var output = new StringOutput();
        templates.render(template, parameters, output);
        return output.toString();
    }

    /** Begins a sign-in: a customer comes by themselves. */
    ResponseEntity<byte[]> signIn(HttpServletRequest request, Office office, Errand errand) {
        String code = office.profile().code();
        String number = Integer.toString(random.nextInt(FEWEST, MOST));
        var identification =
                new Identification(office.profile(), office.customers(), office.books(), random, SIGN_IN, number);
        return visits.begin(code, new Stage.SigningIn(identification, errand))
                .map(visit -> Page.redirect("/banks/" + code + "/sign-in", cookie(code, visit)))
                .orElseGet(() -> message(request, office, HttpStatus.SERVICE_UNAVAILABLE, "message.busy"));
    }

    /** A page that says something and shows a way out. */
    ResponseEntity<byte[]> message(HttpServletRequest request, Office office, HttpStatus status, String key) {
        Words words = words(request);
        Frame frame = frame(request, office, words.say(key + ".title"));
        return Page.html(status, render("message.jte", Map.of("frame", frame, "text", words.say(key + ".text"))));
    }

    /** A frame without a road. */
    Frame frame(HttpServletRequest request, Office office, String title) {
        return frame(request, office, title, List.of(), 0);
    }

    Frame frame(HttpServletRequest request, Office office, String title, List<String> road, int at) {
        Words words = words(request);
        Optional<Visit> visit = visit(request, office.profile().code());
        String signedIn = visit.map(one -> one.alone(one::stage))
                .filter(Stage.Inside.class::isInstance)
                .map(Stage.Inside.class::cast)
                .map(inside -> words.english()
                        ? inside.customer().person().latin()
                        : inside.customer().person().kanji())
                .orElse("");
        return new Frame(
                words,
                office.profile(),
                title,
                request.getRequestURI(),
                visit.map(Visit::csrf).orElse(""),
                signedIn,
                road,
                at);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
