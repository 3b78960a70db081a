package io.github.sockspec.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericAddressTest {
    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "fe80:0:0:0:0:0:0:1, fe80::1",
        "2001:db8:0:0:1:0:0:0, 2001:db8:0:0:1::",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "10:0:0:0:0:0:0:0, 10::",
        "192.168.13.22, 192.168.13.22"
    })
    void host_ofAddress_isWrittenShort(String full, String written) throws UnknownHostException {
        assertEquals(written, NumericAddress.host(InetAddress.getByName(full)));
    }

    @Test
    void address_ofIpv6_hasBrackets() {
        assertEquals("[::1]:9000", NumericAddress.address(new InetSocketAddress("::1", 9000)));
        assertEquals("127.0.0.1:9000", NumericAddress.address(new InetSocketAddress("127.0.0.1", 9000)));
    }

    @Test
    void forms_ofIpv6_areAllThatProgramsPrint() throws UnknownHostException {
        List<String> forms = NumericAddress.forms(InetAddress.getByName("::1"));

        assertTrue(
                forms.containsAll(List.of("::1", "0:0:0:0:0:0:0:1", "0000:0000:0000:0000:0000:0000:0000:0001")),
                forms::toString);
        assertEquals(List.of("127.0.0.1"), NumericAddress.forms(InetAddress.getByName("127.0.0.1")));
    }
}
