package shop.users;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.*;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

// #region advice
@RestControllerAdvice
class UserProblems extends ResponseEntityExceptionHandler {

    @ExceptionHandler({UserNotFound.class, EmailTaken.class, BadPatch.class})
    ProblemDetail ours(RuntimeException e) {
        HttpStatus status = switch (e) {
            case UserNotFound _ -> HttpStatus.NOT_FOUND;
            case EmailTaken _ -> HttpStatus.CONFLICT;
            default -> HttpStatus.BAD_REQUEST;
        };
        return ProblemDetail.forStatusAndDetail(status, e.getMessage());
    }

    @Override   // constraints inside the body
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Map<String, String> errors = new LinkedHashMap<>();
        e.getFieldErrors().forEach(
                f -> errors.put(f.getField(), f.getDefaultMessage()));
        e.getBody().setProperty("errors", errors);
        return handleExceptionInternal(e, null, headers, status, request);
    }
    // #endregion advice

    @Override   // constraints on the method's own parameters
    protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Map<String, String> errors = new LinkedHashMap<>();
        e.getParameterValidationResults().forEach(r -> errors.put(
                r.getMethodParameter().getParameterName(), r.getResolvableErrors().getFirst().getDefaultMessage()));
        e.getBody().setProperty("errors", errors);
        return handleExceptionInternal(e, null, headers, status, request);
    }
}
