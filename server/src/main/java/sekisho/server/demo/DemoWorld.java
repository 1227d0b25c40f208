package sekisho.server.demo;

import java.util.List;
import sekisho.server.linking.SupportedBank;

/**
 * Who and what there is.
 *
 * @param people four, each with a link: the movements between them are fixed
 */
public record DemoWorld(List<SupportedBank> banks, List<DemoPerson> people) {
    static final int PEOPLE = 4;

    public DemoWorld {
        banks = List.copyOf(banks);
        people = List.copyOf(people);
        if (people.size() != PEOPLE
                || people.stream().anyMatch(person -> person.links().isEmpty())) {
            throw new IllegalArgumentException("the demo world has four people with a link each");
        }
    }
}
