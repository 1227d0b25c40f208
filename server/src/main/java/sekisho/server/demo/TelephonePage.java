package sekisho.server.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import sekisho.server.ServerSettings;
import sekisho.server.console.StaffMember;
import sekisho.server.entrance.Customer;
import sekisho.server.pages.NotThere;
import sekisho.server.passkey.RelyingParty.Place;
import sekisho.server.session.ConsoleHost;

/** Where a browser asks the telephone of somebody of the demo world, in place of the device that it runs on. */
@Controller
final class TelephonePage {
    private final DemoDoors doors;
    private final Telephones telephones;
    private final ConsoleHost console;
    private final ServerSettings settings;
    private final Environment environment;

    TelephonePage(
            DemoDoors doors,
            Telephones telephones,
            ConsoleHost console,
            ServerSettings settings,
            Environment environment) {
        this.doors = doors;
        this.telephones = telephones;
        this.console = console;
        this.settings = settings;
        this.environment = environment;
    }

    /** What the passkey says to a page's question. Good for nothing if the person has no such telephone: nobody knows that passkey. */
    @PostMapping(path = "/demo/telephone", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> answer(HttpServletRequest request, Customer customer, @RequestParam String options) {
        return answer(request, () -> telephones.answer(customer.person(), options));
    }

    /** The same for the security keys of staff, at the console's own origin. */
    @PostMapping(path = "/console/telephone", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> answer(HttpServletRequest request, StaffMember member, @RequestParam String options) {
        var place = Place.of(console.address(settings, environment));
        return answer(request, () -> telephones.answer(member, options, place));
    }

    private ResponseEntity<String> answer(HttpServletRequest request, Supplier<String> answer) {
        if (!doors.open(request)) {
            throw new NotThere();
        }
        try {
            return ResponseEntity.ok(answer.get());
        } catch (IllegalArgumentException noOptions) {
            return ResponseEntity.badRequest().build();
        }
    }
}
