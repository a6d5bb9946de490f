package shop.users;

enum Role { CUSTOMER, SUPPORT, ADMIN }
