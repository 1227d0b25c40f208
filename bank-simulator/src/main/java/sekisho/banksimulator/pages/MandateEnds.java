package sekisho.banksimulator.pages;

import java.util.Optional;
import sekisho.banksimulator.banks.Operator;
import sekisho.banksimulator.books.BankBooks;
import sekisho.banksimulator.books.EndedBy;
import sekisho.banksimulator.books.Mandate;
import sekisho.banksimulator.redirect.EndNotices;
import sekisho.banksimulator.redirect.ResultSigner;

/** Ends mandates, and tells the operators whose they were. */
final class MandateEnds {
    private final Reception reception;

    MandateEnds(Reception reception) {
        this.reception = reception;
    }

    /** Ends a mandate, once. */
    void end(BankBooks books, ResultSigner signer, String issuer, String mandate, EndedBy by) {
        boolean ended =
                books.mandate(mandate).filter(before -> before.end() != null).isPresent();
        Optional<Mandate> now = books.endMandate(mandate, by);
        if (ended || now.isEmpty()) {
            return;
        }
        Mandate.End end = now.get().end();
        Optional<Operator.Redirect> redirect =
                reception.operator(now.get().operator()).flatMap(operator -> Optional.ofNullable(operator.redirect()));
        if (end != null && redirect.isPresent()) {
            reception
                    .notices()
                    .tell(
                            signer,
                            issuer,
                            redirect.get(),
                            mandate,
                            new EndNotices.Ended(
                                    end.number(), end.at(), end.by().word()));
        }
    }
}
