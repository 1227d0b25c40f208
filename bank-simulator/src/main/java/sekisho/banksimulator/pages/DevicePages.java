package sekisho.banksimulator.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import sekisho.banksimulator.customers.Approval;
import sekisho.banksimulator.customers.Customer;
import sekisho.banksimulator.customers.Device;
import sekisho.banksimulator.profile.Ask;

/** A customer's telephone, token and card, on a page, for whoever has its key. */
@Controller
final class DevicePages {
    private final Reception reception;

    DevicePages(Reception reception) {
        this.reception = reception;
    }

    @GetMapping("/banks/{code}/device/{key}")
    ResponseEntity<byte[]> show(@PathVariable String code, @PathVariable String key, HttpServletRequest request) {
        Optional<Office> office = reception.office(code);
        Optional<Customer> customer = office.flatMap(one -> one.customers().byDeviceKey(key));
        if (customer.isEmpty()) {
            return HomePages.nowhere();
        }
        Words words = reception.words(request);
        Device device = office.get().customers().device(customer.get());
        List<Ask> asks = office.get().profile().asks();
        Frame frame = reception.frame(request, office.get(), words.say("device.title"));
        var model = new HashMap<String, Object>();
        model.put("frame", frame);
        model.put("key", key);
        model.put(
                "person",
                words.english()
                        ? customer.get().person().latin()
                        : customer.get().person().kanji());
        model.put("messages", received(device, words));
        model.put("codes", codes(device, asks, words));
        model.put("card", asks.contains(Ask.GRID_CARD) ? card(device) : List.of());
        model.put("approval", device.open(reception.now()));
        model.put("reachable", device.isReachable());
        model.put("young", office.get().customers().isContactYoung(customer.get(), reception.now()));
        model.put("calls", asks.contains(Ask.CALL_BACK));
        model.put("app", asks.contains(Ask.APP_APPROVAL) || asks.contains(Ask.APP_FACE));
        return Page.html(HttpStatus.OK, reception.render("device.jte", model));
    }

    @PostMapping("/banks/{code}/device/{key}/answer")
    ResponseEntity<byte[]> answer(@PathVariable String code, @PathVariable String key, HttpServletRequest request) {
        Optional<Office> office = reception.office(code);
        Optional<Customer> customer = office.flatMap(one -> one.customers().byDeviceKey(key));
        if (customer.isEmpty()) {
            return HomePages.nowhere();
        }
        Device device = office.get().customers().device(customer.get());
        String number = Optional.ofNullable(request.getParameter("number")).orElse("");
        String approval = Optional.ofNullable(request.getParameter("approval"))
                .or(() -> device.open(reception.now()).map(Approval::id))
                .orElse("");
        device.answer(approval, number.strip(), reception.now());
        return Page.redirect("/banks/" + code + "/device/" + key);
    }

    /** Out of reach, or where they can be reached is new: what banks say of notices follows. */
    @PostMapping("/banks/{code}/device/{key}/contact")
    ResponseEntity<byte[]> contact(@PathVariable String code, @PathVariable String key, HttpServletRequest request) {
        Optional<Office> office = reception.office(code);
        Optional<Customer> customer = office.flatMap(one -> one.customers().byDeviceKey(key));
        if (customer.isEmpty()) {
            return HomePages.nowhere();
        }
        var customers = office.get().customers();
        switch (Optional.ofNullable(request.getParameter("now")).orElse("")) {
            case "away" -> customers.device(customer.get()).reach(false);
            case "back" -> customers.device(customer.get()).reach(true);
            case "changed" -> customers.changeContact(customer.get(), reception.now());
            case "settled" -> customers.changeContact(customer.get(), Instant.EPOCH);
            default -> {
                return HomePages.nowhere();
            }
        }
        return Page.redirect("/banks/" + code + "/device/" + key);
    }

    private static List<ReceivedMessage> received(Device device, Words words) {
        return device.messages().stream()
                .map(message -> new ReceivedMessage(
                        words.time(message.at().toEpochMilli()),
                        words.say("channel." + message.channel()),
                        words.say(message.text()),
                        message.link()))
                .toList();
    }

    private List<ShownCode> codes(Device device, List<Ask> asks, Words words) {
        var codes = new ArrayList<ShownCode>();
        for (Ask ask : List.of(Ask.APP_CODE, Ask.TOKEN_CODE)) {
            if (asks.contains(ask)) {
                codes.add(new ShownCode(words.say("device." + ask.word()), device.code(ask, reception.now())));
            }
        }
        return codes;
    }

    /** Five rows of five fields, each row begun with its number. */
    private static List<List<String>> card(Device device) {
        var rows = new ArrayList<List<String>>();
        for (char row = '1'; row <= '5'; row++) {
            var fields = new ArrayList<String>();
            fields.add(String.valueOf(row));
            for (char column = 'A'; column <= 'E'; column++) {
                fields.add(device.field("" + column + row));
            }
            rows.add(fields);
        }
        return rows;
    }
}
