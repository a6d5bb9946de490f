// Run it as it is: java first/Total.java 490 2 1250 1
// #region first
void main(String[] args) {
    if (args.length == 0 || args.length % 2 != 0) {
        IO.println("usage: price quantity [price quantity ...], "
                + "prices in cents");
        return;
    }
    int total = 0;
    for (int i = 0; i < args.length; i += 2) {
        int price = Integer.parseInt(args[i]);
        int quantity = Integer.parseInt(args[i + 1]);
        total += price * quantity;
    }
    IO.println("Total: " + inEuro(total));
}

String inEuro(int cents) {
    return "%d.%02d euro".formatted(cents / 100, cents % 100);
}
// #endregion first
