package sekisho.server.wallet.pay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sekisho.server.history.Payments;
import sekisho.server.shop.Shops;

/** What the pages of paying share, as beans. */
@Configuration(proxyBeanMethods = false)
class PayConfiguration {

    @Bean
    PaymentReceipts paymentReceipts(Payments payments, Shops shops) {
        return new PaymentReceipts(payments, shops);
    }
}
