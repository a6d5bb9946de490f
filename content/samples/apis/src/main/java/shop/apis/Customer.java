package shop.apis;

import jakarta.persistence.*;

@Entity
class Customer {
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String name;
    String email;

    protected Customer() {}

    Customer(String name, String email) {
        this.name = name;
        this.email = email;
    }
}
