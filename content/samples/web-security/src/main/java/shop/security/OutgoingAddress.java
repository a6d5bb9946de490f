package shop.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Decides whether the shop may call an address that somebody else has chosen. */
final class OutgoingAddress {
    /** Finds the addresses of a host; DNS outside of tests. */
    interface Resolver {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    private final Resolver resolver;

    OutgoingAddress(Resolver resolver) {
        this.resolver = resolver;
    }

    // #region check
    /** The address to connect to, and no other: a second look-up may differ. */
    InetAddress check(URI uri) {
        if (!"https".equals(uri.getScheme()) || uri.getHost() == null
                || uri.getUserInfo() != null
                || uri.getPort() != -1 && uri.getPort() != 443)
            throw new IllegalArgumentException("https and a host, please");
        try {
            InetAddress[] found = resolver.all(uri.getHost());
            for (InetAddress address : found)      // one inside is enough to refuse
                if (isInside(address))
                    throw new IllegalArgumentException("not a public address");
            return found[0];
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no such host");
        }
    }

    private static boolean isInside(InetAddress a) {
        int first = a.getAddress()[0] & 0xff, second = a.getAddress()[1] & 0xff;
        return a.isLoopbackAddress() || a.isAnyLocalAddress()
                || a.isMulticastAddress()
                || a.isLinkLocalAddress()  // 169.254.169.254: cloud credentials
                || a.isSiteLocalAddress()  // 10, 172.16 to 31, 192.168
                || a instanceof Inet6Address && (first & 0xfe) == 0xfc
                || !(a instanceof Inet6Address) && (first == 0
                    || first == 100 && second >= 64 && second < 128
                    || first >= 240);
    }
    // #endregion check
}
