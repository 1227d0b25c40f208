package sekisho.banksimulator.pages;

import java.util.List;
import sekisho.banksimulator.profile.BankProfile;

/**
 * What every page of a bank has.
 *
 * @param title of this page
 * @param here its address, for the other language
 * @param csrf the visit's secret
 * @param signedIn who is signed in; empty: nobody
 * @param road what a visitor for an operator has before them; empty on other pages
 * @param at where on it, from 0
 */
public record Frame(
        Words words,
        BankProfile bank,
        String title,
        String here,
        String csrf,
        String signedIn,
        List<String> road,
        int at) {
    public Frame {
        road = List.copyOf(road);
    }

    public String name() {
        return words.say(bank.name());
    }

    /** The address of one of the bank's pages. */
    public String to(String path) {
        return "/banks/" + bank.code() + path;
    }

    /** The drawing of the bank's sign. */
    public String emblem() {
        return Emblems.path(bank.look().emblem());
    }
}
