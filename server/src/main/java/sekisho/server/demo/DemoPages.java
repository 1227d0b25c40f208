package sekisho.server.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import sekisho.server.console.Staff;
import sekisho.server.console.StaffEntrance;
import sekisho.server.pages.NotThere;
import sekisho.server.pages.Page;
import sekisho.server.pages.Redirect;
import sekisho.server.pages.Visit;
import sekisho.server.people.Handle;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.session.ConsoleHost;
import sekisho.server.session.Entrance;

/** Who one can be in the demo world. */
@Controller
public final class DemoPages {
    private final DemoDoors doors;
    private final DemoSeed seed;
    private final People people;
    private final Staff staff;
    private final Entrance entrance;
    private final StaffEntrance staffEntrance;
    private final ConsoleHost console;

    DemoPages(
            DemoDoors doors,
            DemoSeed seed,
            People people,
            Staff staff,
            Entrance entrance,
            StaffEntrance staffEntrance,
            ConsoleHost console) {
        this.doors = doors;
        this.seed = seed;
        this.people = people;
        this.staff = staff;
        this.entrance = entrance;
        this.staffEntrance = staffEntrance;
        this.console = console;
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

    private ModelAndView enter(
            HttpServletRequest request, HttpServletResponse response, Person person, String landing) {
        entrance.enter(request, response, person.id());
        return Redirect.to(landing);
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
