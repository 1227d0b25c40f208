package sekisho.server.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.console.Staff;
import sekisho.server.console.StaffEntrance;
import sekisho.server.entrance.Customer;
import sekisho.server.pages.FormErrors;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.passkey.RelyingParty;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.session.ConsoleHost;
import sekisho.server.session.Entrance;

/** Who one can be in the demo world. */
@Controller
public final class DemoPages {
    private static final String PASSKEY = "/demo/passkey";
    private static final String OPTIONS = "sekisho.demo.passkey";

    private final DemoDoors doors;
    private final DemoSeed seed;
    private final People people;
    private final Staff staff;
    private final Entrance entrance;
    private final StaffEntrance staffEntrance;
    private final ConsoleHost console;
    private final RelyingParty party;

    DemoPages(
            DemoDoors doors,
            DemoSeed seed,
            People people,
            Staff staff,
            Entrance entrance,
            StaffEntrance staffEntrance,
            ConsoleHost console,
            RelyingParty party) {
        this.doors = doors;
        this.seed = seed;
        this.people = people;
        this.staff = staff;
        this.entrance = entrance;
        this.staffEntrance = staffEntrance;
        this.console = console;
        this.party = party;
    }

    /** Somebody one can be. */
    public record Choice(String name, String sub, String href) {}

    /**
     * What is shown.
     *
     * @param ready whether the world is there
     */
    public record Model(boolean ready, List<Choice> people, List<Choice> shops, List<Choice> staff) {}

    /** The door itself. */
    public record DoorModel(String name, String token) {}

    public record PasskeyModel(String options, boolean done, FormErrors errors) {}

    @GetMapping("/demo")
    ModelAndView list(Visit visit, HttpServletRequest request) {
        requireOpen(request);
        var known = seed.people().stream()
                .flatMap(person -> people.byHandle(new Handle(person.handle())).stream()
                        .map(_ -> new Choice(
                                visit.language() == sekisho.server.pages.Language.JA ? person.kanji() : person.latin(),
                                "@" + person.handle(),
                                doors.person(person.handle(), "/home").toString())))
                .toList();
        var members = DemoSeed.STAFF.stream()
                .flatMap(word -> staff.byWord(word).stream())
                .map(member -> new Choice(
                        member.name(visit.language()),
                        visit.say(member.supervises() ? "console.role.supervisor" : "console.role.operator"),
                        doors.member(member.word()).toString()))
                .toList();
        return Page.of("demo/list", visit, new Model(seed.planted(), known, shops(visit), members));
    }

    private List<Choice> shops(Visit visit) {
        List<DemoPerson> known = seed.people();
        return !seed.planted()
                ? List.of()
                : Arrays.stream(DemoShop.values())
                        .map(shop -> new Choice(
                                shop.name(visit.language()),
                                "@" + known.get(shop.owner()).handle(),
                                doors.person(known.get(shop.owner()).handle(), "/shop")
                                        .toString()))
                        .toList();
    }

    @GetMapping("/demo/enter/{token}")
    ModelAndView door(Visit visit, HttpServletRequest request, @PathVariable String token) {
        requireOpen(request);
        return doors.look(token)
                .filter(door -> fits(door, request))
                .map(door -> Page.of("demo/door", visit, new DoorModel(name(visit, door), token)))
                .orElseGet(() -> Page.of("demo/gone", visit, null, HttpStatus.GONE));
    }

    /** Somebody comes in; the link is used up. */
    @PostMapping("/demo/enter/{token}")
    ModelAndView enter(
            Visit visit, HttpServletRequest request, HttpServletResponse response, @PathVariable String token) {
        requireOpen(request);
        Optional<DemoDoors.Door> door = doors.look(token).filter(known -> fits(known, request));
        if (door.isEmpty()) {
            return Page.of("demo/gone", visit, null, HttpStatus.GONE);
        }
        return switch (door.get()) {
            case DemoDoors.Door.Person(var handle, var landing) -> {
                Optional<Person> person = people.byHandle(new Handle(handle)).filter(Person::walletOpened);
                yield person.isEmpty() || doors.take(token).isEmpty()
                        ? notYet(visit, token, door.get())
                        : enter(request, response, person.get(), landing);
            }
            case DemoDoors.Door.Member(var word) -> {
                var member = staff.byWord(word);
                if (member.isEmpty() || doors.take(token).isEmpty()) {
                    yield notYet(visit, token, door.get());
                }
                staffEntrance.enter(request, response, member.get());
                yield Redirect.to(ConsoleHost.PATH);
            }
        };
    }

    /** People of the demo have no passkey: one can be added, to link and to cash out with. */
    @GetMapping(PASSKEY)
    ModelAndView passkey(
            Visit visit, HttpServletRequest request, Customer customer, @RequestParam(defaultValue = "") String done) {
        requireOpen(request);
        return Page.of(
                "demo/passkey",
                visit,
                new PasskeyModel(newOptions(request, customer), !done.isEmpty(), FormErrors.NONE));
    }

    @PostMapping(PASSKEY)
    ModelAndView addPasskey(
            Visit visit, HttpServletRequest request, Customer customer, @RequestParam String credential) {
        requireOpen(request);
        Object options = request.getSession().getAttribute(OPTIONS);
        request.getSession().removeAttribute(OPTIONS);
        boolean made = options instanceof PublicKeyCredentialCreationOptions asked
                && RelyingParty.person(asked).equals(customer.person())
                && party.create(asked, credential, visit.times().brief(visit.now()));
        var errors = FormErrors.of(FormErrors.FORM, visit.say("passkey.failed"));
        return made
                ? Redirect.to(PASSKEY + "?done=yes")
                : Page.again("demo/passkey", visit, new PasskeyModel(newOptions(request, customer), false, errors));
    }

    private ModelAndView enter(
            HttpServletRequest request, HttpServletResponse response, Person person, String landing) {
        entrance.enter(request, response, person.id());
        return Redirect.to(landing);
    }

    private String newOptions(HttpServletRequest request, Customer customer) {
        var options = party.creation(customer.person());
        request.getSession().setAttribute(OPTIONS, options);
        return party.json(options, customer.handle().shown());
    }

    private ModelAndView notYet(Visit visit, String token, DemoDoors.Door door) {
        return Page.of("demo/not-yet", visit, new DoorModel(name(visit, door), token), HttpStatus.SERVICE_UNAVAILABLE);
    }

    private String name(Visit visit, DemoDoors.Door door) {
        return switch (door) {
            case DemoDoors.Door.Person(var handle, var _) -> "@" + handle;
            case DemoDoors.Door.Member(var word) ->
                staff.byWord(word).map(member -> member.name(visit.language())).orElse(word);
        };
    }

    private boolean fits(DemoDoors.Door door, HttpServletRequest request) {
        return door instanceof DemoDoors.Door.Member == console.isOf(request);
    }

    private void requireOpen(HttpServletRequest request) {
        if (!doors.open(request)) {
            throw new NotThere();
        }
    }
}
