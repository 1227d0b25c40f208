package sekisho.banksimulator.pages;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the web application. It needs a {@link Reception}. */
@Configuration(proxyBeanMethods = false)
@Import({
    HomePages.class,
    SignInPages.class,
    AccountPages.class,
    LinkingPages.class,
    AuthorizePages.class,
    DevicePages.class,
    PracticePages.class
})
public class PageSetup {}
