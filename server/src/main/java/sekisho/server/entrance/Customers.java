package sekisho.server.entrance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import sekisho.server.identity.Assurance;
import sekisho.server.pages.Language;
import sekisho.server.pages.NotReady;
import sekisho.server.people.Contacts;
import sekisho.server.people.People;
import sekisho.server.people.Person;
import sekisho.server.people.PersonId;

/** Finds out how far a person is, and makes a {@link Customer} of who is ready. Any thread. */
public final class Customers implements HandlerMethodArgumentResolver {
    private static final String LEFT = "/sign-in";

    private final People people;
    private final Contacts contacts;
    private final Assurance assurance;

    Customers(People people, Contacts contacts, Assurance assurance) {
        this.people = people;
        this.contacts = contacts;
        this.assurance = assurance;
    }

    /** What is next for a person. */
    public Stage stage(Person person) {
        if (!contacts.anyProved(person.id())) {
            return Stage.MAIL;
        }
        if (!assurance.isVerified(person.id()) || !person.walletOpened()) {
            return Stage.IDENTITY;
        }
        return person.handle() == null ? Stage.HANDLE : Stage.READY;
    }

    /** The person who is signed in. @throws NotReady nobody, or somebody who has left */
    public Person person(@Nullable PersonId id) {
        if (id == null) {
            throw new NotReady(LEFT);
        }
        return people.find(id).orElseThrow(() -> new NotReady(LEFT));
    }

    /** The person who is signed in, and is at this step: otherwise the browser goes to the right one. */
    Person at(Stage stage, @Nullable PersonId id) {
        Person person = person(id);
        Stage next = stage(person);
        if (next != stage) {
            throw new NotReady(next.path());
        }
        return person;
    }

    /** The customer who is signed in. @throws NotReady something has to be done before */
    public Customer customer(@Nullable PersonId id) {
        Person person = person(id);
        Stage stage = stage(person);
        if (stage != Stage.READY) {
            throw new NotReady(stage.path());
        }
        return new Customer(
                person.id(),
                Objects.requireNonNull(person.handle()),
                Objects.requireNonNull(person.wallet()),
                Language.of(person.language()));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Customer.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return customer(PersonId.signedIn(request.getUserPrincipal()));
    }
}
