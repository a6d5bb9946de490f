package shop.ordering.domain;

public enum OrderStatus { NEW, PAID, SHIPPED, CANCELLED }
