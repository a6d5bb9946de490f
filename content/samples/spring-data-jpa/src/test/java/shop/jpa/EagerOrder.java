package shop.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** The same table with the default fetch type of a to-one association, which is EAGER. */
@Entity
@Table(name = "orders")
class EagerOrder {
  @Id Long id;
  @ManyToOne Customer customer;
}
