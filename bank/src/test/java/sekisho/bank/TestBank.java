package sekisho.bank;

/** A bank that a connector can be tried with, whatever its protocol. */
public interface TestBank {

    /** A way of behaving that the contract asks for. */
    enum Behaviour {
        GOOD,
        LOSES_REQUESTS,
        LOSES_ANSWERS,
        LOSES_ANSWERS_OF_ENQUIRIES,
        HANGS,
        HANGS_AFTER_DOING,
        IS_SLOW,
        IS_DOWN,
        ANSWERS_TWICE
    }

    /** Opens an account at the bank. */
    void open(AccountToken account, long balance);

    /** Minor units of JPY. */
    long balance(AccountToken account);

    void behave(Behaviour behaviour);

    /** Calls of all kinds that the bank received with an instruction's key. */
    int callsAbout(BankInstruction instruction);
}
