package dev.muster.integrations.run;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Looks up names, and gives none away that leads into this machine or a private network. What is looked up here is what is
 * connected to, so that a name that changes its mind meanwhile gains nothing.
 *
 * @param privateToo whether that is allowed for once
 */
record Addresses(boolean privateToo) implements Dns {

    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        List<InetAddress> found = Dns.SYSTEM.lookup(name);
        for (InetAddress address : found) {
            require(name, address);
        }
        return found;
    }

    /** Addresses that are written as such are not looked up. */
    void requireLiteral(String host) throws UnknownHostException {
        if (host.startsWith("[") || host.matches("[0-9.]+")) {
            require(host, InetAddress.getByName(host));
        }
    }

    private void require(String name, InetAddress address) throws UnknownHostException {
        if (!privateToo && isInside(address)) {
            throw new UnknownHostException(
                    "`%s` is in a private network, and the settings do not list it under private-hosts"
                            .formatted(name));
        }
    }

    static boolean isInside(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isInside(address.getAddress(), address instanceof Inet6Address);
    }

    /** Of six: unique local ones (fc00::/7), and those that wrap one of four; of four: 0/8, 100.64/10, 192.0.0/24, 198.18/15, 240/4. */
    private static boolean isInside(byte[] bytes, boolean six) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (six) {
            return (first & 0xfe) == 0xfc || first == 0 || first == 0x20 && second == 0x02;
        }
        return first == 0
                || first == 100 && (second & 0xc0) == 64
                || first == 192 && second == 0 && bytes[2] == 0
                || first == 198 && (second & 0xfe) == 18
                || first >= 240;
    }
}
