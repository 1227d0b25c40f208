package sekisho.bank.redirect;

/** What is kept of a request for somebody at the door until its result comes. No personal data. */
public record SentDoorRequest(SentRequest sent, DoorTerms terms) {

    /** What is kept of a request and its signed form. */
    public static SentDoorRequest of(DoorRequest request, String signed) {
        return new SentDoorRequest(SentRequest.of(request.asked(), signed), request.terms());
    }
}
