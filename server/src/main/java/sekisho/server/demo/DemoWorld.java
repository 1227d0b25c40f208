package sekisho.server.demo;

import java.util.List;
import sekisho.protocol.BankId;

/**
 * Who and what there is.
 *
 * @param residents who has accounts at the banks, and can sign up
 * @param people four, each with a link: the movements between them are fixed
 */
public record DemoWorld(List<DemoBank> banks, List<DemoResident> residents, List<DemoPerson> people) {
    static final int PEOPLE = 4;

    public DemoWorld {
        banks = List.copyOf(banks);
        residents = List.copyOf(residents);
        people = List.copyOf(people);
        if (people.size() != PEOPLE
                || people.stream().anyMatch(person -> person.links().isEmpty())) {
            throw new IllegalArgumentException("the demo world has four people with a link each");
        }
    }

    /** A bank of this world. */
    DemoBank bank(BankId id) {
        return banks.stream()
                .filter(bank -> bank.bank().bank().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
