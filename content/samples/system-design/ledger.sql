-- A double-entry ledger: one function books, one query audits.
CREATE TABLE account (
  id      bigint PRIMARY KEY,
  owner   text NOT NULL,
  floor   numeric(14,2) DEFAULT 0,          -- NULL: no lower limit
  balance numeric(14,2) NOT NULL DEFAULT 0,
  CONSTRAINT no_overdraft CHECK (balance >= floor)
);
CREATE TABLE transfer (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id uuid NOT NULL UNIQUE,
  source     bigint NOT NULL,
  target     bigint NOT NULL,
  amount     numeric(14,2) NOT NULL,
  booked_at  timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE posting (
  transfer_id bigint REFERENCES transfer,
  account_id  bigint REFERENCES account,
  amount      numeric(14,2) NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (transfer_id, account_id)
);

-- #region book
CREATE FUNCTION book(request uuid, source bigint, target bigint, amount numeric)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE new_id bigint;
BEGIN
  IF amount <= 0 OR amount <> round(amount, 2) OR source = target THEN
    RAISE EXCEPTION 'invalid transfer';
  END IF;
  INSERT INTO transfer (request_id, source, target, amount)
    VALUES (request, source, target, amount)
    ON CONFLICT (request_id) DO NOTHING RETURNING id INTO new_id;
  IF new_id IS NULL THEN                    -- a repeat: same answer
    SELECT t.id INTO new_id FROM transfer t WHERE t.request_id = request
       AND (t.source, t.target, t.amount)
         = (book.source, book.target, book.amount);
    IF new_id IS NULL THEN
      RAISE EXCEPTION 'this id was another transfer';
    END IF;
    RETURN new_id;
  END IF;
  PERFORM FROM account WHERE id IN (source, target) ORDER BY id FOR UPDATE;
  UPDATE account SET balance = balance - amount WHERE id = source;
  UPDATE account SET balance = balance + amount WHERE id = target;
  INSERT INTO posting
  VALUES (new_id, source, -amount), (new_id, target, amount);
  RETURN new_id;
END $$;
-- #endregion book

INSERT INTO account VALUES (1, 'Paid in', NULL), (10, 'Ada', 0), (20, 'Bob', 0);
DO $$ BEGIN
  PERFORM book('00000000-0000-4000-8000-000000000001', 1, 10, 100.00);
  PERFORM book('00000000-0000-4000-8000-000000000002', 10, 20, 30.00);
  PERFORM book('00000000-0000-4000-8000-000000000002', 10, 20, 30.00);
  BEGIN
    PERFORM book('00000000-0000-4000-8000-000000000003', 10, 20, 500.00);
    ASSERT false, 'an overdraft was booked';
  EXCEPTION WHEN check_violation THEN NULL;
  END;
  BEGIN
    PERFORM book('00000000-0000-4000-8000-000000000001', 10, 20, 99.00);
    ASSERT false, 'another transfer passed for a repeat';
  EXCEPTION WHEN raise_exception THEN NULL;
  END;
  BEGIN
    PERFORM book('00000000-0000-4000-8000-000000000004', 10, 20, 0.005);
    ASSERT false, 'half a cent was booked';
  EXCEPTION WHEN raise_exception THEN NULL;
  END;
END $$;

-- #region audit
SELECT owner, balance, sum(posting.amount) AS postings
  FROM account JOIN posting ON account_id = account.id
 GROUP BY account.id ORDER BY account.id;
SELECT count(DISTINCT transfer_id) AS transfers, sum(amount) AS must_be_zero
  FROM posting;
-- #endregion audit
